import { type ComponentProps, memo, type ReactNode, useState } from 'react';

export type Option = string | readonly [value: string, label: string];
export const optionValue = (option: Option): string => (typeof option === 'string' ? option : option[0]);

const Options = memo(
  ({ options }: { options: readonly Option[] }): ReactNode =>
    options.map((option) => (
      <option key={optionValue(option)} value={optionValue(option)}>
        {typeof option === 'string' ? option : option[1]}
      </option>
    )),
);

/** With more options than that a list is filled in when somebody turns to it. */
export const FEW = 40;

interface Props extends Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'value'> {
  value: string;
  options: readonly Option[];
}

/**
 * A native list of options. A long one holds what is chosen, and what means nothing chosen, until it gets the focus or
 * a pointer goes down on it, both of which come before it opens: a table of 500 workspaces would hold 500 lists of 500.
 */
export function Select({ value, options, onFocus, onBlur, onPointerDown, ...props }: Props) {
  const [wanted, setWanted] = useState(false);
  const all = wanted || options.length <= FEW;
  return (
    <select
      {...props}
      value={value}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
      onPointerDown={(event) => {
        setWanted(true);
        onPointerDown?.(event);
      }}
      onBlur={(event) => {
        // A window that is left takes the focus away too, and leaves the list open.
        if (document.activeElement !== event.target) setWanted(false);
        onBlur?.(event);
      }}
    >
      <Options
        options={all ? options : options.filter((option) => ['', value].includes(optionValue(option)))}
      />
    </select>
  );
}
