package org.lagroups.multicast.relay;

import java.util.function.LongPredicate;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.flow.Outbox;
import org.lagroups.multicast.wire.RelayMessage.Want;
import org.lagroups.multicast.wire.Route;

/** Sends chunks to those who ask for them. */
public final class Answers {

  private final Wiring wiring;
  private final ChunkStore store;
  private final Outbox outbox;
  private long answered;

  public Answers(Wiring wiring, ChunkStore store, Outbox outbox) {
    this.wiring = wiring;
    this.store = store;
    this.outbox = outbox;
  }

  /** How many chunks were sent. */
  public long answered() {
    return answered;
  }

  /** Sends what is there of what is wanted, as long as not too much waits already. */
  public void answer(NodeId peer, Want want, LongPredicate has) {
    give(peer, want.first(), has);
    for (long rest = want.others(); rest != 0; rest &= rest - 1) {
      give(peer, want.first() + 1 + Long.numberOfTrailingZeros(rest), has);
    }
  }

  private void give(NodeId peer, long sequence, LongPredicate has) {
    if (has.test(sequence) && sequence >= store.lowest() && outbox.hasRoomForAnswer(peer)) {
      store.fetch(
          sequence,
          chunk -> {
            if (outbox.answer(wiring.now(), peer, sequence, wiring.encoded(chunk, Route.NONE))) {
              answered++;
            }
          });
    }
  }
}
