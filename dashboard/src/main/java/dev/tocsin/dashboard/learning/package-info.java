/** How well a company learns: how soon reports are out, whether tasks are kept, what keeps happening. */
package dev.tocsin.dashboard.learning;
