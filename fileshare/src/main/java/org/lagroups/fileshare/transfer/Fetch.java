package org.lagroups.fileshare.transfer;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.Bytes;

/** Asks holders for the chunks of a file, many at a time, and checks what they send. */
final class Fetch {

  /** After so long, a chunk is asked for a second time from a member with nothing else to do. */
  static final long LATE_MILLIS = 2_000;

  private final DownloadEntry entry;
  private final Peers peers;
  private final LongSupplier nowMillis;
  private final Sink sink;
  private final Holders holders;
  private @Nullable Chunks chunks;

  /** Replies of an earlier run, before a pause, count for nothing. */
  private int run;

  /** Where chunks go. */
  interface Sink {

    /** Whether more may be asked for. */
    boolean hasRoom();

    /** Takes a chunk that is missing and has been checked. */
    void take(int chunk, LeafRange range, Bytes content, Bytes leafHashes);
  }

  Fetch(DownloadEntry entry, Peers peers, LongSupplier nowMillis, Sink sink) {
    this.entry = entry;
    this.peers = peers;
    this.nowMillis = nowMillis;
    this.sink = sink;
    this.holders = new Holders(entry.group(), peers);
  }

  /** Begins, or begins again after what was there turned out damaged, with these leaves. */
  Chunks begin(BitSet leaves) {
    Chunks map = new Chunks(entry.target().shape(), leaves);
    chunks = map;
    return map;
  }

  /** Forgets whom it has asked: a new run begins. */
  void reset() {
    end();
    holders.clear();
  }

  /** Takes no more replies to what was asked so far. */
  void end() {
    run++;
  }

  Holders holders() {
    return holders;
  }

  /** How much is there, 0 before it has begun. */
  long doneBytes() {
    return chunks == null ? 0 : chunks.doneBytes();
  }

  /** A chunk is on disk; answers whether it was the last. */
  boolean isCompletedBy(int chunk) {
    chunks().complete(chunk);
    return chunks().isComplete();
  }

  /** Asks for as much as the holders and the disk may take. */
  void pump() {
    boolean asking = true;
    while (asking && sink.hasRoom()) {
      asking = false;
      for (Holder holder : holders.all()) {
        asking |= holder.hasRoom() && askForChunk(holder);
      }
    }
  }

  private boolean askForChunk(Holder holder) {
    long now = nowMillis.getAsLong();
    OptionalInt chunk = chunks().take(holder.node(), now);
    if (chunk.isEmpty()) {
      chunk = chunks().takeLate(holder.node(), now - LATE_MILLIS, now);
    }
    if (chunk.isEmpty()) {
      return false;
    }
    int thisRun = run;
    int taken = chunk.getAsInt();
    holder.asked();
    peers.ask(
        holder.route(),
        new FileRequest.FetchLeaves(entry.target().root(), chunks().range(taken)),
        holder.timeoutMillis(),
        reply -> {
          if (thisRun == run) {
            onReply(holder, taken, now, reply);
          }
        });
    return true;
  }

  private void onReply(Holder holder, int chunk, long askedMillis, PeerReply reply) {
    long now = nowMillis.getAsLong();
    switch (reply) {
      case PeerReply.Answered answered -> onAnswer(holder, chunk, askedMillis, answered.reply());
      case PeerReply.Altered altered -> {
        holder.failed(askedMillis, now);
        holders.reroute(holder);
        chunks().giveBack(chunk, holder.node());
      }
      case PeerReply.Failed failed -> {
        if (failed.failure() == PeerReply.Failure.BUSY) {
          holder.slowed(askedMillis, now);
        } else {
          holder.failed(askedMillis, now);
        }
        chunks().giveBack(chunk, holder.node());
      }
    }
    if (reply instanceof PeerReply.Answered) {
      pump();
    }
  }

  private void onAnswer(Holder holder, int chunk, long askedMillis, FileReply reply) {
    LeafRange range = chunks().range(chunk);
    if (reply instanceof FileReply.Leaves leaves) {
      Target target = entry.target();
      Optional<Bytes> hashes =
          leaves.proof().check(target.shape(), target.root(), range, leaves.content());
      if (hashes.isPresent()) {
        holder.succeeded(askedMillis, nowMillis.getAsLong());
        if (chunks().isMissing(chunk)) {
          sink.take(chunk, range, leaves.content(), hashes.get());
        }
        return;
      }
      holder.exposed();
    } else {
      holder.failed(askedMillis, nowMillis.getAsLong());
    }
    chunks().giveBack(chunk, holder.node());
  }

  private Chunks chunks() {
    return Objects.requireNonNull(chunks);
  }
}
