package dev.tocsin.postmortem.action;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;

/** What people are to be told of their tasks, taken out and put back; each call is one transaction. */
@ApplicationScoped
class Messages {
    private static final int AT_ONCE = 20;

    /** What is sent; {@code id} lets the receiver know it again. */
    record Outgoing(UUID id, UUID person, String subject, String body) {}

    private final TaskMessageRepository messages;
    private final TaskRepository tasks;
    private final Clock clock;

    Messages(TaskMessageRepository messages, TaskRepository tasks, Clock clock) {
        this.messages = messages;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What is to be sent now. What no longer needs saying ends here: the task was done meanwhile or has another owner. */
    @Transactional
    List<Outgoing> claim() {
        var now = clock.instant();
        var outgoing = new ArrayList<Outgoing>();
        for (var message : messages.due(now, AT_ONCE)) {
            var task = tasks.findById(message.taskId);
            if (task.state != TaskState.OPEN || !task.belongsTo(message.personId)) {
                message.end("no longer needed", now);
                continue;
            }
            message.claim(now);
            outgoing.add(new Outgoing(message.id, message.personId, message.subject, message.body));
        }
        return outgoing;
    }

    @Transactional
    void ended(Outgoing sent, String outcome) {
        messages.findById(sent.id()).end(outcome, clock.instant());
        Log.infof("task message ended id=%s outcome=%s", sent.id(), outcome);
    }

    @Transactional
    void failed(Outgoing sent, String why) {
        messages.findById(sent.id()).failed(why);
        Log.warnf("task message not taken, tried again later id=%s why=%s", sent.id(), why);
    }
}
