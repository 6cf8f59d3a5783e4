/** Phone calls: placed over the REST API, answered by people or by script, led by the application's TwiML. */
package dev.tocsin.phones.call;
