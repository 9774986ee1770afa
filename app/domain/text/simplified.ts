import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** The text in simplified characters; every one stays at its place. */
export function simplified(text: string): string {
  const converted = convert(text);
  if (converted.length === text.length) return converted;
  return Array.from(text, inPlace).join('');
}

function inPlace(character: string): string {
  const converted = convert(character);
  return converted.length === character.length ? converted : character;
}
