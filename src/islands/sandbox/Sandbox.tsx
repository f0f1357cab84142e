export default function Sandbox() {
  return <p>Sandbox</p>;
}
