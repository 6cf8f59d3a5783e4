package dev.tocsin.postmortem.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.postmortem.draft.PostmortemRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A report as the library shows it; {@code snippets} say where the words asked for stand in it. */
@RegisterForReflection
public record LibraryRow(@JsonUnwrapped PostmortemRow report, List<Snippet> snippets) {}
