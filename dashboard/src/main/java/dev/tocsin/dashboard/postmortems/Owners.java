package dev.tocsin.dashboard.postmortems;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import dev.tocsin.dashboard.postmortems.Report.Content;
import dev.tocsin.dashboard.postmortems.Report.Task;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Ref;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Who may own a task. A name that is one of our people's stands for that person, who is then told; any other is kept as text. */
@Named("owners")
@RequestScoped
public class Owners {
    private final Names names;
    private final CurrentViewer viewers;
    private List<Ref> people;

    public Owners(@RestClient Names names, CurrentViewer viewers) {
        this.names = names;
        this.viewers = viewers;
    }

    /** For the suggestions beside the field; none while oncall-service does not answer. */
    public List<String> names() {
        return people().stream().map(Ref::name).toList();
    }

    /** The same text, with the person behind each owner's name where there is one. */
    Content known(Content content) {
        if (content.tasks().stream().noneMatch(Owners::isOpen)) return content;
        var ids = unique(people());
        return content.withTasks(content.tasks().stream()
                .map(task -> isOpen(task)
                        ? Optional.ofNullable(ids.get(key(task.owner())))
                                .map(task::ownedBy)
                                .orElse(task)
                        : task)
                .toList());
    }

    private static boolean isOpen(Task task) {
        return task.ownerId() == null && !task.owner().isBlank();
    }

    /** Two people of one name: neither is guessed. */
    private static Map<String, UUID> unique(List<Ref> people) {
        return people.stream().collect(Collectors.groupingBy(person -> key(person.name()))).entrySet().stream()
                .filter(same -> same.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, same -> same.getValue().getFirst().id()));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private List<Ref> people() {
        if (people == null)
            people = ONCALL.ask(() -> names.people(viewers.get().bearer(), Names.MOST))
                    .map(Items::items)
                    .or(List.of());
        return people;
    }
}
