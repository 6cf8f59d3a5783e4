/** The phones as phones, in the browser. */
package dev.tocsin.phones.pages;
