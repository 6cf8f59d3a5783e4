/** The phones and the texts on them, in memory and bounded; pure state, told what happens. */
package dev.tocsin.phones.phone;
