package dev.tocsin.dashboard.web;

import static dev.tocsin.dashboard.web.Language.say;

/** A call to a service did not do what was asked: it refused, or it does not answer. */
public abstract sealed class CallFailed extends RuntimeException {
    private final int status;

    private CallFailed(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The HTTP status the page that shows this should carry. */
    public int status() {
        return status;
    }

    /** The service understood and said no. */
    public static final class Refused extends CallFailed {
        private final transient Problem problem;
        private final String body;

        Refused(Problem problem, String body) {
            super(problem.status(), problem.sentence(), null);
            this.problem = problem;
            this.body = body;
        }

        public Problem problem() {
            return problem;
        }

        /** The raw answer; after a 409 it may hold the current version. */
        public String body() {
            return body;
        }

        public boolean isConflict() {
            return status() == 409;
        }

        public boolean isNotFound() {
            return status() == 404;
        }
    }

    /** The service does not answer, or answered nonsense. */
    public static final class ServiceDown extends CallFailed {
        private final String service;

        ServiceDown(String service, Throwable cause) {
            super(503, say(ErrorWords.class).doesNotAnswer(service), cause);
            this.service = service;
        }

        /** Its name as operators know it: "oncall-service". */
        public String service() {
            return service;
        }
    }
}
