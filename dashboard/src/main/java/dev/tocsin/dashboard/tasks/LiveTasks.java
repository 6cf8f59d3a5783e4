package dev.tocsin.dashboard.tasks;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Query;
import dev.tocsin.dashboard.web.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** What became of a report's tasks, for the page that shows the report. */
@Named("liveTasks")
@RequestScoped
public class LiveTasks {
    private final TasksClient tasks;
    private final CurrentViewer viewers;

    public LiveTasks(@RestClient TasksClient tasks, CurrentViewer viewers) {
        this.tasks = tasks;
        this.viewers = viewers;
    }

    /** The tasks the report holds now; a card's sentence when they cannot be had. */
    public Answer<List<Task>> of(UUID report) {
        var query = Query.none().with("postmortem", report).with("limit", Items.MOST);
        return POSTMORTEM.ask(
                () -> tasks.list(viewers.get().bearer(), query.parameters()).items());
    }

    /** The names of the checks that would now notice the like. */
    public List<Task> caught(Answer<List<Task>> found) {
        return found.or(List.of()).stream().filter(Task::isCaught).toList();
    }

    public Viewer viewer() {
        return viewers.get();
    }
}
