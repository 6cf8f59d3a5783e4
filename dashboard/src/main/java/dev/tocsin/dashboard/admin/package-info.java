/** For administrators: who may come in and do what, what Tocsin is connected to, its limits, and every key. */
package dev.tocsin.dashboard.admin;
