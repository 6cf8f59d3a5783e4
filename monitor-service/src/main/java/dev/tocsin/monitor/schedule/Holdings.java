package dev.tocsin.monitor.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.tocsin.monitor.alerting.Fence;

/**
 * The slots this process may act for, each until its lease ends on our own monotonic clock. A process that was frozen
 * sees at once that its time is over, without asking anybody.
 */
final class Holdings {
    private record Lease(long fence, long until) {}

    private final UUID replica;
    private final ConcurrentHashMap<Integer, Lease> leases = new ConcurrentHashMap<>();

    Holdings(UUID replica) {
        this.replica = replica;
    }

    /**
     * Takes over what was renewed.
     *
     * @param asked when the renewal was asked for, which is before the lease began
     * @return the slots that are ours no longer, or were somebody else's in between
     */
    List<Integer> renewed(Collection<Slots.Held> held, long asked) {
        var lost = new ArrayList<Integer>();
        for (var slot : leases.keySet()) {
            var still = held.stream()
                    .anyMatch(h ->
                            h.slot() == slot && h.fence() == leases.get(slot).fence());
            if (still) continue;
            leases.remove(slot);
            lost.add(slot);
        }
        for (var h : held) if (leases.containsKey(h.slot())) put(h, asked);
        return lost;
    }

    void put(Slots.Held held, long asked) {
        leases.put(held.slot(), new Lease(held.fence(), asked + Slots.LEASE.toNanos()));
    }

    void drop(Collection<Integer> slots) {
        leases.keySet().removeAll(slots);
    }

    /** What to write behind; empty when the slot is not ours, or not for certain. */
    Optional<Fence> fence(int slot, long now) {
        return Optional.ofNullable(leases.get(slot))
                .filter(lease -> lease.until - now > 0)
                .map(lease -> new Fence(slot, replica, lease.fence));
    }

    boolean has(int slot) {
        return leases.containsKey(slot);
    }

    List<Integer> slots() {
        return leases.keySet().stream().sorted().toList();
    }
}
