package dev.tocsin.oncall.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Problem;

/**
 * Hashes and checks passwords on few threads of its own: a crowd at the sign-in must not take the processors from the
 * pager. Beyond a short queue callers are told to wait.
 */
@ApplicationScoped
class Passwords {
    private static final int QUEUE = 64;

    private final int iterations;
    private final ThreadPoolExecutor workers =
            workers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    Passwords(AccessConfig config) {
        iterations = config.passwordIterations();
    }

    String hash(String password) {
        return run(() -> PasswordHash.of(password, iterations));
    }

    /** Whether the password fits; takes as long without a hash as with one. */
    boolean fits(Optional<String> hash, String password) {
        return run(() -> PasswordHash.fits(hash.orElse(PasswordHash.ofNobody(iterations)), password));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
        try {
            return workers.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw Problem.tooMany("too many people sign in at once; try again", Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing a password", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ThreadPoolExecutor workers(int count) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    }
}
