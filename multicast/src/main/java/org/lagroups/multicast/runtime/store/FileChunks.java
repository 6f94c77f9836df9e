package org.lagroups.multicast.runtime.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/**
 * The chunks of a stream in file mode: the last ones in memory, all on a disk. A chunk that is read
 * again gets its proof from the payloads of its batch and the signature, which is checked before:
 * so a file that somebody alters makes no chunk that receivers would take for forged.
 *
 * <p>The signature of a batch takes some 200 bytes of memory, for half a megabyte of the file.
 */
public final class FileChunks implements ChunkStore, AutoCloseable {

  private static final long WINDOW_BYTES = 16L << 20;
  private static final int MAX_BATCHES = 8;
  private static final float LOAD_FACTOR = 0.75f;

  private final SignatureVerifier signatures;
  private final Payloads payloads;
  private final long lowest;
  private final ChunkWindow window = new ChunkWindow(WINDOW_BYTES);
  private final TreeMap<Long, BatchSeal> seals = new TreeMap<>();
  private final Map<Long, List<SealedChunk>> batches = new Batches();
  private final Map<Long, List<Wish>> wishes = new HashMap<>();
  private @Nullable SignedHeader header;
  private Runnable spoiled = () -> {};

  private record Wish(long sequence, Consumer<SealedChunk> then) {}

  /** Keeps chunks in {@code payloads}, which are all still to come, or can be read. */
  public FileChunks(SignatureVerifier signatures, Payloads payloads) {
    this(signatures, payloads, 0, List.of());
  }

  /**
   * Goes on with {@code payloads} that came before a restart.
   *
   * @param below this many chunks are there, and perhaps more behind them
   * @param kept what was noted of batches; it need not be all of them, nor true
   */
  public FileChunks(
      SignatureVerifier signatures, Payloads payloads, long below, List<BatchSeal> kept) {
    this.signatures = signatures;
    this.payloads = payloads;
    kept.forEach(seal -> seals.put(seal.start(), seal));
    this.lowest = lowest(below);
  }

  /**
   * The stream's header is known: before, nothing is read again.
   *
   * @param whenSpoiled called each time that something cannot be read again, or is not any more
   *     what was signed; nobody gets it from here then
   */
  public void begin(SignedHeader known, Runnable whenSpoiled) {
    header = known;
    spoiled = whenSpoiled;
  }

  @Override
  public void put(SealedChunk chunk) {
    window.put(chunk);
    BatchSeal seal = BatchSeal.of(chunk.proof());
    if (!seal.equals(seals.put(seal.start(), seal))) {
      payloads.note(seal);
    }
    payloads.write(chunk.chunk());
  }

  @Override
  public boolean hasRoom() {
    return payloads.hasRoom();
  }

  @Override
  public long lowest() {
    return lowest;
  }

  @Override
  public void fetch(long sequence, Consumer<SealedChunk> then) {
    Optional<SealedChunk> recent = window.find(sequence);
    if (recent.isPresent()) {
      then.accept(recent.get());
      return;
    }
    Map.Entry<Long, BatchSeal> seal = seals.floorEntry(sequence);
    if (seal != null && sequence < seal.getValue().end()) {
      fetch(seal.getValue(), new Wish(sequence, then));
    }
  }

  /**
   * Reads a payload that is there.
   *
   * @param then called once, at once or later; with nothing if it cannot be read
   */
  public void read(long sequence, Consumer<Optional<Bytes>> then) {
    Optional<SealedChunk> recent = window.find(sequence);
    if (recent.isPresent()) {
      then.accept(Optional.of(recent.get().chunk().payload()));
    } else {
      payloads.read(sequence, then);
    }
  }

  @Override
  public void close() {
    payloads.close();
    wishes.clear();
  }

  /** From where on all that is there can be given away. */
  private long lowest(long below) {
    long from = below;
    Map.Entry<Long, BatchSeal> seal = seals.lowerEntry(from);
    while (seal != null && seal.getValue().end() >= from) {
      from = seal.getKey();
      seal = seals.lowerEntry(from);
    }
    return from;
  }

  private void fetch(BatchSeal seal, Wish wish) {
    List<SealedChunk> batch = batches.get(seal.start());
    List<Wish> waiting = wishes.get(seal.start());
    if (batch != null) {
      grant(seal, batch, wish);
    } else if (waiting != null) {
      waiting.add(wish);
    } else {
      wishes.put(seal.start(), new ArrayList<>(List.of(wish)));
      read(seal, new ArrayList<>(seal.size()));
    }
  }

  private void read(BatchSeal seal, List<Bytes> read) {
    payloads.read(
        seal.start() + read.size(),
        payload -> {
          if (payload.isEmpty()) {
            wishes.remove(seal.start());
            spoiled.run();
            return;
          }
          read.add(payload.get());
          if (read.size() < seal.size()) {
            read(seal, read);
          } else {
            whole(seal, read);
          }
        });
  }

  private void whole(BatchSeal seal, List<Bytes> read) {
    List<Wish> waiting = wishes.remove(seal.start());
    SignedHeader known = header;
    if (waiting == null || known == null) {
      return;
    }
    seal.reseal(known, signatures, read)
        .ifPresentOrElse(
            batch -> {
              batches.put(seal.start(), batch);
              waiting.forEach(wish -> grant(seal, batch, wish));
            },
            spoiled);
  }

  private static void grant(BatchSeal seal, List<SealedChunk> batch, Wish wish) {
    wish.then().accept(batch.get((int) (wish.sequence() - seal.start())));
  }

  private static final class Batches extends LinkedHashMap<Long, List<SealedChunk>> {

    private static final long serialVersionUID = 1L;

    Batches() {
      super(MAX_BATCHES + 1, LOAD_FACTOR, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, List<SealedChunk>> eldest) {
      return size() > MAX_BATCHES;
    }
  }
}
