package dev.tocsin.dashboard.library;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import dev.tocsin.dashboard.library.LibraryClient.Like;
import dev.tocsin.dashboard.library.LibraryClient.TagCount;
import dev.tocsin.dashboard.web.CurrentViewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The library within reach of somebody who writes: its tags, and earlier reports like this one. None while it is away. */
@Named("bookshelf")
@RequestScoped
public class Bookshelf {
    private final LibraryClient library;
    private final CurrentViewer viewers;

    public Bookshelf(@RestClient LibraryClient library, CurrentViewer viewers) {
        this.library = library;
        this.viewers = viewers;
    }

    public List<String> tags() {
        return POSTMORTEM.ask(() -> library.tags(viewers.get().bearer())).or(List.of()).stream()
                .map(TagCount::tag)
                .toList();
    }

    public List<Like> like(UUID report) {
        return POSTMORTEM
                .ask(() -> library.similar(viewers.get().bearer(), report))
                .or(List.of());
    }
}
