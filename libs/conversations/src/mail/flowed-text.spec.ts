import { unflow } from './flowed-text';

test.each([
  ['joins lines that end in a space', 'yksi \nkaksi\nkolme', false, 'yksi kaksi\nkolme'],
  ['takes the space away with DelSp', 'yksi \nkaksi', true, 'yksikaksi'],
  ['keeps quote depths apart', '> eka \n> toka \n>> muu \nuusi', false, '> eka toka \n>> muu \nuusi'],
  ['undoes space stuffing', ' From here\n >ei lainaus', false, 'From here\n>ei lainaus'],
  ['leaves a signature alone', 'terveisin \n-- \nAino', false, 'terveisin \n-- \nAino'],
  ['keeps empty lines', 'a\n\nb', false, 'a\n\nb'],
])('%s', (_name, text, delSp, expected) => {
  expect(unflow(text, delSp)).toBe(expected);
});
