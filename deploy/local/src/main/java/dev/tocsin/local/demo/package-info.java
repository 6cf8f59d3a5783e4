/**
 * A company that never was, with a quarter of incidents and eight postmortems, loaded through the services' own APIs.
 * Start here: {@link dev.tocsin.local.demo.Demo}.
 */
package dev.tocsin.local.demo;
