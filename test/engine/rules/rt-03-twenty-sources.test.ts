import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const sources = (n: number) => Array.from({ length: n }, (_, i) => `s${i + 1}`).join(', ');

ruleTable('rt-03-twenty-sources', {
  stops: [
    {
      title: 'stops the 21st source of a workspace',
      given: layout(`${sources(20)} -> app; s21`),
      actions: ['link s21 app'],
      gives: ['action 0 refused: RT-03'],
      evidence: ['app', ...sources(20).split(', ')],
      says: 'app has 20 sources already, and 20 are the most.',
      shows: [
        'rt-05-other-organization',
        'rt-22-own-source',
        'rt-25-duplicate-trigger',
        'no rt-03-twenty-sources',
        'cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
      changes: ['remove the trigger acme/s20 → acme/app: the action is carried out'],
    },
    {
      title: 'stops the 21st of the layout by the guide too',
      given: layout(`${sources(21)} -> app`, {}, { ruleset: 'guide' }),
      actions: [],
      gives: ['layout refused: RT-03'],
      evidence: ['app', ...sources(20).split(', ')],
      says: 'app has 20 sources already, and 20 are the most.',
    },
  ],
  passes: [
    {
      title: 'lets a workspace have 20 sources',
      given: layout(`${sources(19)} -> app; s20`),
      actions: ['link s20 app'],
      gives: [],
    },
    {
      title: 'lets another source take the place of a deleted one',
      given: layout(`${sources(20)} -> app; s21`),
      actions: ['unlink s1 app', 'link s21 app'],
      gives: [],
    },
    {
      title: 'lets one source have more than 20 downstreams',
      given: layout(`network -> ${sources(20)}; app`),
      actions: ['link network app'],
      gives: [],
    },
  ],
});
