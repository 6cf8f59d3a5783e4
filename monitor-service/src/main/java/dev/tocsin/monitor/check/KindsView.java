package dev.tocsin.monitor.check;

import java.util.List;

/**
 * All kinds, and the language of conditions.
 *
 * @param grammar in EBNF
 * @param rules what the grammar does not say, a sentence each
 */
public record KindsView(List<KindView> items, String grammar, List<String> rules) {}
