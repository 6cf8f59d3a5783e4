/** Pictures over published reports, made of nothing but their facts. Pure; decoration, so readers' machines skip them. */
package dev.tocsin.postmortem.cover;
