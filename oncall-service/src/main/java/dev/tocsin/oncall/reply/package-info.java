/** What people and the carrier answer: texts, links, reports. Proven genuine, stored raw, then understood. */
package dev.tocsin.oncall.reply;
