/** What whoever runs this must see: what it is connected to, and the limits it keeps. Each room tells of its own. */
package dev.tocsin.oncall.admin;
