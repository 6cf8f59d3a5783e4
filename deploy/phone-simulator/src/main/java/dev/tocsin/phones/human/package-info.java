/** The people who hold the phones: they answer by hand or by script, and may say STOP. */
package dev.tocsin.phones.human;
