package org.lagroups.wormguard.cooperate.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.judge.Battery;
import org.lagroups.wormguard.cooperate.judge.EvidenceShelf;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;

/** Has signatures of others tested, a few at a time: evidence first, then the battery. */
final class Judging {

  /** So many are tested at once, those whose evidence is on its way included. */
  static final int MAX_AT_ONCE = EvidenceFetch.MAX_FETCHES;

  /** What could not be tested is tried again after so long. */
  static final long RETRY_NANOS = 10_000_000_000L;

  /** What was doubted is tested again after so long, as traffic changes. */
  static final long DOUBT_MILLIS = 600_000;

  private final Environment<GuardTimer> environment;
  private final EvidenceFetch fetch;
  private final EvidenceShelf shelf;
  private final Battery battery;
  private final GuardCounters counters;
  private final Set<SignatureKey> underway = new TreeSet<>();
  private final Map<SignatureKey, Long> notBeforeNanos = new TreeMap<>();

  Judging(
      Environment<GuardTimer> environment,
      EvidenceFetch fetch,
      EvidenceShelf shelf,
      Battery battery,
      GuardCounters counters) {
    this.environment = environment;
    this.fetch = fetch;
    this.shelf = shelf;
    this.battery = battery;
    this.counters = counters;
  }

  /** Told what came of a test, or of trying to make one. */
  interface Judge {

    /** The battery has said something of a signature that is still open, or was doubted. */
    void found(Dossier dossier, TestResult result);
  }

  /**
   * Begins to test a signature, if it is time for that.
   *
   * @param holders who may have its evidence
   */
  void consider(Dossier dossier, List<NodeId> holders, Judge judge) {
    SignatureKey key = new SignatureKey(dossier.record().group(), dossier.id());
    Long notBefore = notBeforeNanos.get(key);
    if (!isDue(dossier)
        || underway.contains(key)
        || underway.size() >= MAX_AT_ONCE
        || (notBefore != null && environment.elapsedNanos() - notBefore < 0)) {
      return;
    }
    underway.add(key);
    EvidenceRef ref = dossier.record().evidence();
    shelf.read(
        ref,
        found -> {
          if (found.isPresent()) {
            test(key, dossier, found.get(), judge);
          } else if (holders.isEmpty()) {
            undecided(
                key,
                dossier,
                "nobody who may have its evidence is linked with this gateway",
                judge);
          } else if (!fetch.hasRoom() || !underway.contains(key)) {
            later(key);
          } else {
            fetch.begin(key, ref, holders, fetched -> fetched(key, dossier, fetched, judge));
          }
        });
  }

  private boolean isDue(Dossier dossier) {
    return switch (dossier.opinion()) {
      case Opinion.Open open -> true;
      case Opinion.Doubted doubted ->
          environment.wallMillis() - dossier.judgedMillis() >= DOUBT_MILLIS;
      case Opinion.Endorsed endorsed -> false;
      case Opinion.Refuted refuted -> false;
    };
  }

  /**
   * Those that were never tried first, and then those whose turn is the longest ago: what cannot be
   * tested again and again, such as for want of its evidence, does not hold up others.
   */
  List<Dossier> inTurn(Collection<Dossier> dossiers) {
    return notBeforeNanos.isEmpty()
        ? List.copyOf(dossiers)
        : dossiers.stream().sorted(Comparator.comparingLong(this::notBefore)).toList();
  }

  private long notBefore(Dossier dossier) {
    return notBeforeNanos.getOrDefault(
        new SignatureKey(dossier.record().group(), dossier.id()), Long.MIN_VALUE);
  }

  /** It is not there any more. */
  void forget(SignatureKey key) {
    fetch.forget(key);
    underway.remove(key);
    notBeforeNanos.remove(key);
  }

  private void fetched(SignatureKey key, Dossier dossier, Optional<Bytes> evidence, Judge judge) {
    if (evidence.isEmpty() || !underway.contains(key)) {
      undecided(key, dossier, "nobody who may have its evidence has given it", judge);
      return;
    }
    shelf.put(dossier.record().evidence(), evidence.get(), kept -> {});
    test(key, dossier, evidence.get(), judge);
  }

  private void test(SignatureKey key, Dossier dossier, Bytes evidence, Judge judge) {
    battery.test(
        dossier.signed(),
        dossier.rule(),
        evidence,
        result -> {
          counters.tested(result);
          if (!underway.contains(key)) {
            return;
          }
          if (result instanceof TestResult.Undecided undecided) {
            undecided(key, dossier, undecided.why(), judge);
            return;
          }
          underway.remove(key);
          notBeforeNanos.remove(key);
          if (isDue(dossier)) {
            judge.found(dossier, result);
          }
        });
  }

  private void undecided(SignatureKey key, Dossier dossier, String why, Judge judge) {
    later(key);
    if (isDue(dossier)) {
      judge.found(dossier, new TestResult.Undecided(why));
    }
  }

  private void later(SignatureKey key) {
    if (underway.remove(key)) {
      notBeforeNanos.put(key, environment.elapsedNanos() + RETRY_NANOS);
    }
  }
}
