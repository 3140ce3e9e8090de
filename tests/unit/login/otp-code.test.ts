import { describe, expect, test } from "vitest";
import { findSixDigits, readSixDigits, sixDigits } from "../../../domain/login/otp-code.ts";

describe("a typed code", () => {
  test.each([
    ["012345", "012345"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["123–456", "123456"],
    ["123\u00a0456", "123456"],
    ["１２３４５６", "123456"],
    ["٠١٢٣٤٥", "012345"],
    ["۱۲۳۴۵۶", "123456"],
    ["\u200f٠١٢٣٤٥\u200e", "012345"],
    ["१२३४५६", "123456"],
  ])("%j is %s", (typed, code) => {
    expect(readSixDigits(typed)).toBe(code);
    expect(sixDigits(typed)?.reveal()).toBe(code);
  });

  test.each(["", "12345", "1234567", "12345a", "12 34", "123.456", "Code 123456", "①②③④⑤"])(
    "%j is rejected",
    (typed) => {
      expect(readSixDigits(typed)).toBeUndefined();
      expect(sixDigits(typed)).toBeUndefined();
    },
  );

  test("is a secret", () => {
    expect(String(sixDigits("123456"))).toBe("[secret]");
  });
});

describe("a pasted message", () => {
  test.each([
    ["123456", "123456"],
    ["Your code is 123-456.", "123456"],
    ["*012 345* es tu código de Verifik.", "012345"],
    ["1 2 3 4 5 6", "123456"],
    ["Verifik (+57 300 123 4567): 654321, good for 10 minutes", "654321"],
    ["Código: ١٢٣٤٥٦", "123456"],
    ["G-123456", "123456"],
    ["Your code\n123-456\n10 minutes", "123456"],
    ["Ref 889900. Code: 048213", "048213"],
    ["Caso 889900: tu código es *048 213*", "048213"],
    ["048213 is your code. Ref 889900", "048213"],
    ["048213 es tu código de Verifik. Ref 889900", "048213"],
    ["Solicitud 889900. Tu código de verificación es 048213", "048213"],
    ["Referencia 889900. Este es tu código de un solo uso: 048213", "048213"],
    ["Ref 889900. 048213 es tu código de verificación. Vence en 10 minutos", "048213"],
    ["Pedido 889900: ingresa 048213 como código", "048213"],
    ["CÓDIGO DE ACCESO: 048-213 (ref 889900)", "048213"],
    ["Caso 889900. Clave dinámica: 048213", "048213"],
    ["Order 889900. Use 048213 as your code", "048213"],
    ["Ticket 889900\nYour OTP is 048213", "048213"],
    ["Ticket 889900. Your one-time password: 048213", "048213"],
    ["Reference 889900. Here is your login code, valid for 10 minutes: 048213", "048213"],
    ["<#> 048213 is your WhatsApp code. FA+9qCX9VSu", "048213"],
    ["Barcode 889900, code 048213", "048213"],
    ["048213 is your Verifik code (ref 889900)", "048213"],
    ["048213 is your code, ref 889900", "048213"],
    ["Use 048213 as your password for order 889900", "048213"],
    ["Your code for order 889900 is 048213", "048213"],
    ["Order no. 889900. Your code is 048213", "048213"],
    ["048213 is your code. Reference code: 889900", "048213"],
    ["Ref 889900\nEnter your code below\n048213", "048213"],
    ["Reference:\n889900\nCode:\n048213", "048213"],
    ["Cuenta 889900. Tu co\u0301digo: 048213", "048213"],
    ["048213 is your code. Enter 048213 in Verifik Tray", "048213"],
  ])("%j contains the code %s", (message, code) => {
    expect(findSixDigits(message)).toBe(code);
  });

  test.each([
    "",
    "12345",
    "1234567",
    "+57 300 123 4567",
    "300-123-4567",
    "21.11.2026 10:30",
    "21-11-26",
    "no digits",
    "123\n456",
    "Code for case 889900 of 2026",
    "Account 889900 has a new code. Enter 048213",
    "Code 889900 or code 048213",
  ])("%j contains no code", (message) => {
    expect(findSixDigits(message)).toBeUndefined();
  });
});
