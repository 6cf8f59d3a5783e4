package dev.tocsin.acceptance;

/** What Ben writes after the incident: about 450 words, in the sections of the form. */
final class Report {
    static final String TITLE = "Checkout forgot how to answer the door";
    static final String HOOK = "A checkout server stopped, and for a short while nobody could pay.";
    static final String TLDR =
            "The checkout process was killed during a routine clean-up. No request was answered until it was started again. "
                    + "The clean-up now spares processes that serve traffic.";
    static final String AFFECTED =
            "The checkout service was down. It refused every connection, so the shop could still be browsed but nothing could be bought.";
    static final String EXPERIENCED =
            "Customers who pressed the pay button saw an error page after a moment of waiting. Baskets were kept, and those who tried again "
                    + "later found everything as they had left it. Nobody was charged twice, and no order was lost.";
    static final String COUNTED = "Failed payment attempts divided by all attempts in the access log of the shop.";
    static final String BRIEF = "A clean-up job ended a process that it took for a leftover.";
    static final String DETECTED_HOW =
            "The monitoring check on the health page failed twice in a row and paged the team.";
    static final String ROOT_CAUSE = """
            Every evening a job looks for processes that were left behind by finished deployments and ends them. It recognises a leftover \
            by the age of its release directory: a directory older than thirty days belongs to a release that nobody runs any more, or so \
            the rule assumed when it was written.

            Checkout had not been released for five weeks. Its directory had grown older than the limit while the process inside it was \
            still serving every payment of the shop. The job therefore saw an old directory, found a process in it, and ended it. The \
            supervisor of the machine did not start it again, because the job asks the supervisor to forget a process before ending it, \
            which is right for a leftover and wrong for everything else.

            Nothing in the job checks whether a process holds an open listening port, and no test of it ever ran against a release that was \
            old and alive at once.
            """;
    static final String RESOLUTION = """
            The responder looked at the page, opened the check, and saw that connections were refused rather than slow. That pointed at the \
            process and away from the database, which had been the first suspicion. Starting the service by hand brought it back within \
            seconds. The clean-up job was then switched off on all machines, and the supervisor's list was compared with the list of \
            services that should run, to be sure that nothing else had been forgotten in the same way.
            """;
    static final String IMPROVEMENTS = """
            - Judge a process by what it does, not by the age of the directory that it was started from.
            - Treat a service that has not been released for a month as a risk in itself, and release it again on a calm day.
            - Give clean-up jobs a rehearsal mode that lists what they would end, and let a person read that list after every change.
            """;
    static final String WRONG_TURN =
            "The database was suspected first, since the last outage began there. Its graphs were flat, which cost two minutes.";
    static final String STARTED =
            "The clean-up job ended the checkout process, and the first customer was turned away.";
    static final String TASK = "Make the clean-up job spare every process that holds a listening port";
    static final String DONE_WHEN = "A test with an old, serving release passes in the build of the job.";

    private Report() {}
}
