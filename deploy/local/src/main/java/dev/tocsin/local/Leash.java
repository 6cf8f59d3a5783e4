package dev.tocsin.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The words put before a child's command so that it does not outlive us and does not hear our Ctrl-C.
 *
 * <p>A terminal sends Ctrl-C to its whole process group: without a session of their own the database would go down
 * together with the services instead of after them. On Linux the kernel also ends the child when the <em>thread</em> that
 * started it ends, however that comes about; so children are started from a thread that lives as long as they do. Where
 * there is no {@code setpriv}, {@link Leftovers} cleans up at the next start.
 */
final class Leash {
    private static final List<String> PERL_SETSID = List.of("perl", "-MPOSIX", "-e", "setsid; exec @ARGV or die $!");

    private final List<String> ownSession;
    private final boolean deathSignal;

    private Leash(List<String> ownSession, boolean deathSignal) {
        this.ownSession = ownSession;
        this.deathSignal = deathSignal;
    }

    static Leash ofThisMachine() {
        var ownSession = Shell.has("setsid") ? List.of("setsid") : Shell.has("perl") ? PERL_SETSID : List.<String>of();
        return new Leash(ownSession, Shell.succeeds(List.of("setpriv", "--pdeathsig", "KILL", "true")));
    }

    /**
     * The command with its leash.
     *
     * @param account words that change the user; they stand before the death signal, which a change of user clears
     * @param onDeath the signal the child gets when we die, such as {@code KILL}
     */
    List<String> around(List<String> account, String onDeath, List<String> command) {
        var words = new ArrayList<>(ownSession);
        words.addAll(account);
        if (deathSignal) words.addAll(List.of("setpriv", "--pdeathsig", onDeath));
        words.addAll(command);
        return words;
    }
}
