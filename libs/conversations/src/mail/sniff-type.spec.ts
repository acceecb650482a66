import sharp from 'sharp';
import { sniffType } from './sniff-type';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const octets = 'application/octet-stream';

describe('SEC-S66: the type is in the bytes', () => {
  test.each([
    ['a drawing that runs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml', 'x.svg'],
    ['a drawing called a picture', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'image/png', 'x.png'],
    ['a page', '<!DOCTYPE html><script>alert(1)</script>', 'text/html', 'x.html'],
    ['a page called text', 'hei <script>alert(1)</script>', 'text/plain', 'x.txt'],
    ['a page by its name only', 'hei', 'text/plain', 'x.xhtml'],
    ['a page by its claim only', 'hei', 'text/html', 'x'],
    ['UTF-7', '+ADw-script+AD4-alert(1)', 'text/plain', 'x.txt'],
    ['a page after a byte order mark', '\u00ef\u00bb\u00bf  <html>', 'text/plain', 'x.txt'],
    ['a server script', '<?php system($_GET[0]);', 'text/plain', 'x.php'],
    ['a shell script', '#!/bin/sh\nrm -rf /', 'text/plain', 'x'],
    ['a program', 'MZ\u0090\u0000', octets, 'x.pdf'],
    ['a double ending', 'hei', 'image/jpeg', 'x.jpg.html'],
    ['a script for Windows', 'WScript.Echo(1)', 'text/plain', 'x.vbs'],
  ])('%s is bytes to save, with a warning', async (_name, content, declared, name) => {
    const sniffed = await sniffType(bytes(content), declared, name);
    expect(sniffed).toMatchObject({ picture: false, risky: true });
    expect(sniffed.type).toBe(octets);
  });

  test.each([
    ['a picture that also is a script', 'GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)', 'text/javascript', 'x.js', 'image/gif', true, true],
    ['a paper', '%PDF-1.4\n1 0 obj', octets, 'x.pdf', 'application/pdf', false, false],
    ['plain words', 'Hei vaan\n', 'text/plain', 'x.txt', 'text/plain', false, false],
    ['a table', 'a;b\n1;2\n', 'text/plain', 'x.csv', 'text/csv', false, false],
    ['an attached mail', 'From: a@b.example\r\n\r\nhei', 'message/rfc822', 'x.eml', 'message/rfc822', false, false],
    ['bytes nobody knows', '\u0001\u0002\u0003', 'application/x-thing', 'x.thing', octets, false, false],
    ['nothing', '', 'image/png', 'x.png', 'text/plain', false, false],
  ])('%s', async (_name, content, declared, name, type, picture, risky) => {
    expect(await sniffType(bytes(content), declared, name)).toEqual({ type, picture, risky });
  });

  test('true pictures are pictures whatever they are called', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#c33' } }).png().toBuffer();
    expect(await sniffType(png, 'text/plain', 'x.txt')).toEqual({ type: 'image/png', picture: true, risky: false });
  });
});
