package dev.tocsin.postmortem.mail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.paper.About;
import dev.tocsin.postmortem.paper.Drawing;
import dev.tocsin.postmortem.paper.Paper;
import dev.tocsin.postmortem.paper.Picture;
import dev.tocsin.postmortem.publishing.PublishedReports;
import dev.tocsin.postmortem.publishing.PublishedView;
import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Empties the outbox: each mail has the hook, the TL;DR, the figures and the drawing, the whole report as plain text, and
 * the PDF attached. Rather a mail twice than none.
 */
@ApplicationScoped
class Postman {
    /** Shorter than a claim lasts; the blocking mailer knows no limit. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int PICTURE = 1200;

    @CheckedTemplate(basePath = "MailPage")
    record letter(PublishedView version, About about, String address, String alternative) implements TemplateInstance {}

    /** The same in plain words, for those who read mail that way. */
    @CheckedTemplate(basePath = "MailPage")
    record words(PublishedView version, About about, String address, PlainText text) implements TemplateInstance {}

    private final MailOutbox outbox;
    private final PublishedReports reports;
    private final Drafts drafts;
    private final Paper paper;
    private final ReactiveMailer mailer;
    private final MailConfig config;

    Postman(
            MailOutbox outbox,
            PublishedReports reports,
            Drafts drafts,
            Paper paper,
            ReactiveMailer mailer,
            MailConfig config) {
        this.outbox = outbox;
        this.reports = reports;
        this.drafts = drafts;
        this.paper = paper;
        this.mailer = mailer;
        this.config = config;
    }

    void say(@Observes StartupEvent start) {
        if (config.isOn())
            Log.infof(
                    "publications are mailed to %s",
                    String.join(", ", config.to().orElseThrow()));
        else Log.info("publications are not mailed: set TOCSIN_SMTP_HOST and TOCSIN_PUBLISH_TO to tell the company");
    }

    @Scheduled(every = "{tocsin.mail.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!config.isOn()) return;
        for (var due = outbox.claim(); due.isPresent(); due = outbox.claim()) deliver(due.get());
    }

    private void deliver(Letter letter) {
        try {
            mailer.send(written(letter)).await().atMost(LIMIT);
            outbox.sent(letter);
            Log.infof("publication mailed id=%s n=%d to=%s", letter.postmortem(), letter.number(), letter.recipient());
        } catch (RuntimeException e) {
            var words = Objects.requireNonNullElse(e.getMessage(), "no answer in time");
            outbox.failed(letter, words);
            Log.warnf("publication not mailed yet id=%s to=%s: %s", letter.postmortem(), letter.recipient(), words);
        }
    }

    private Mail written(Letter letter) {
        var version = reports.version(letter.postmortem(), letter.number());
        var about = About.of(drafts.view(letter.postmortem()));
        var drawing = new Drawing(version.diagram());
        var address = paper.address(version);
        var html = new letter(version, about, address, drawing.alternative()).render();
        var words = new words(version, about, address, PlainText.of(version)).render();
        var again = version.number() > 1 ? "Corrected: " : "";
        return new Mail()
                .setTo(List.of(letter.recipient()))
                .setFrom(config.from())
                .setSubject(again + version.content().title() + " (postmortem of #" + about.incident() + ")")
                .setText(words)
                .setHtml(html)
                .addHeader("Auto-Submitted", "auto-generated")
                .addInlineAttachment("diagram.png", Picture.of(drawing, PICTURE), "image/png", "<diagram@tocsin>")
                .addAttachment(Paper.fileName(version, about), paper.of(version, about), "application/pdf");
    }
}
