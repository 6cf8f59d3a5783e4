/**
 * The living catalogue of components, in dev and test only.
 * What a tag looks like and how it is called is read here first.
 */
package dev.tocsin.dashboard.catalogue;
