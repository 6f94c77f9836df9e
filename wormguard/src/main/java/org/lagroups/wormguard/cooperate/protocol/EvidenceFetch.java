package org.lagroups.wormguard.cooperate.protocol;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.wire.GuardCodec;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;

/**
 * Brings evidence, part by part, from whoever may have it, one after another. Takes no byte more
 * than the record has named, and only what has its digest.
 */
final class EvidenceFetch {

  /** So many are fetched at once, of at most {@link EvidenceRef#MAX_BYTES} each. */
  static final int MAX_FETCHES = 4;

  /** A holder that sends nothing for so long is asked no more. */
  static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Environment<GuardTimer> environment;
  private final GuardCounters counters;
  private final Map<SignatureKey, Fetch> fetches = new TreeMap<>();

  EvidenceFetch(Environment<GuardTimer> environment, GuardCounters counters) {
    this.environment = environment;
    this.counters = counters;
  }

  private static final class Fetch {

    private final EvidenceRef ref;
    private final Iterator<NodeId> holders;
    private final Consumer<Optional<Bytes>> done;
    private final byte[] content;
    private int have;
    private NodeId holder;
    private long deadlineNanos;

    Fetch(EvidenceRef ref, Iterator<NodeId> holders, Consumer<Optional<Bytes>> done) {
      this.ref = ref;
      this.holders = holders;
      this.done = done;
      this.content = new byte[ref.lengthBytes()];
      this.holder = holders.next();
    }
  }

  boolean hasRoom() {
    return fetches.size() < MAX_FETCHES;
  }

  /**
   * Begins, if there is room.
   *
   * @param holders who may have it, at least one, none twice
   * @param done called once, later, with nothing if none of them had it
   */
  void begin(
      SignatureKey key, EvidenceRef ref, List<NodeId> holders, Consumer<Optional<Bytes>> done) {
    Fetch fetch = new Fetch(ref, holders.iterator(), done);
    fetches.put(key, fetch);
    ask(key, fetch);
  }

  /** A part has come. */
  void onPart(NodeId from, GuardMessage.EvidencePart part) {
    SignatureKey key = new SignatureKey(part.group(), part.id());
    Fetch fetch = fetches.get(key);
    if (fetch == null || !fetch.holder.equals(from) || part.offset() != fetch.have) {
      counters.drop(GuardDrop.BAD_EVIDENCE);
      return;
    }
    int length = part.content().length();
    if (length == 0) {
      next(key, fetch);
      return;
    }
    if (length > fetch.content.length - fetch.have) {
      counters.drop(GuardDrop.BAD_EVIDENCE);
      next(key, fetch);
      return;
    }
    part.content().copyTo(fetch.content, fetch.have);
    fetch.have += length;
    if (fetch.have < fetch.content.length) {
      ask(key, fetch);
    } else {
      complete(key, fetch);
    }
  }

  /** Goes on to the next holder where one keeps silent. */
  void tick() {
    long now = environment.elapsedNanos();
    Map.copyOf(fetches).entrySet().stream()
        .filter(entry -> now - entry.getValue().deadlineNanos >= 0)
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> next(entry.getKey(), entry.getValue()));
  }

  /** It is not needed any more. */
  void forget(SignatureKey key) {
    fetches.remove(key);
  }

  private void complete(SignatureKey key, Fetch fetch) {
    Bytes evidence = Bytes.copyOf(fetch.content);
    if (fetch.ref.fits(evidence)) {
      counters.count(GuardCount.EVIDENCE_FETCHED);
      fetches.remove(key);
      fetch.done.accept(Optional.of(evidence));
    } else {
      counters.drop(GuardDrop.BAD_EVIDENCE);
      next(key, fetch);
    }
  }

  private void next(SignatureKey key, Fetch fetch) {
    fetch.have = 0;
    if (fetch.holders.hasNext()) {
      fetch.holder = fetch.holders.next();
      ask(key, fetch);
    } else {
      fetches.remove(key);
      fetch.done.accept(Optional.empty());
    }
  }

  private void ask(SignatureKey key, Fetch fetch) {
    fetch.deadlineNanos = environment.elapsedNanos() + PATIENCE_NANOS;
    environment.send(
        fetch.holder,
        Delivery.ORDERED,
        GuardCodec.encode(new GuardMessage.AskEvidence(key.group(), key.id(), fetch.have)));
  }
}
