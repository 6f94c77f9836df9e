package org.lagroups.multicast.runtime.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputProblems;
import org.lagroups.multicast.runtime.output.SeveralOutputs;
import org.lagroups.multicast.runtime.output.file.ChunkFile;
import org.lagroups.multicast.runtime.output.file.ChunkLayout;
import org.lagroups.multicast.runtime.output.opening.Outputs;
import org.lagroups.multicast.runtime.store.ChunkWindow;
import org.lagroups.multicast.runtime.store.FileChunks;
import org.lagroups.multicast.runtime.store.ReceivedFile;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamMode;

/**
 * Opens where a stream goes. Of a stream in file mode there is always a file, which serves others,
 * too: the first output that is one, or else one that is deleted in the end.
 */
final class Targets {

  private final CastNode node;
  private final SignedHeader header;
  private final List<OutputAddress> outputs;
  private final State state;
  private final AtomicReference<Target> target = new AtomicReference<>();

  /** Those that get all in order; set before the first of them tells anything. */
  private volatile List<OutputAddress> others = List.of();

  /** How opening ended. */
  sealed interface Opening {

    /**
     * Chunks can come.
     *
     * @param below this many are there already
     * @param above of those behind these, which are there, too
     */
    record Ready(Target target, long below, BitSet above) implements Opening {}

    /** The file was whole already. */
    record Whole() implements Opening {}

    /** It does not work out. */
    record Refused(StreamProblem problem) implements Opening {}
  }

  private record Store(
      ChunkStore chunks,
      Optional<ChunkFile> file,
      long below,
      BitSet above,
      List<OutputAddress> others) {}

  /** Either a store, or why there is none. */
  private sealed interface Storing {
    record Opened(Store store) implements Storing {}

    record Not(Opening why) implements Storing {}
  }

  Targets(CastNode node, SignedHeader header, List<OutputAddress> outputs, State state) {
    this.node = node;
    this.header = header;
    this.outputs = outputs;
    this.state = state;
  }

  /** Opens all of it; not on the loop. */
  Opening open() {
    try {
      return switch (store()) {
        case Storing.Opened opened -> withOutputs(opened.store());
        case Storing.Not not -> not.why();
      };
    } catch (IOException e) {
      return new Opening.Refused(StreamProblem.of(OutputProblems.DISK.of(e, node.folder())));
    } catch (IllegalArgumentException e) { // a file of too many chunks
      return new Opening.Refused(new StreamProblem(String.valueOf(e.getMessage()), ""));
    }
  }

  private boolean isLive() {
    return header.header().mode() == StreamMode.LIVE;
  }

  private Storing store() throws IOException {
    if (isLive()) {
      ChunkWindow window = new ChunkWindow(ChunkWindow.LIVE_BYTES);
      return new Storing.Opened(new Store(window, Optional.empty(), 0, new BitSet(), outputs));
    }
    List<OutputAddress> others = new ArrayList<>(outputs);
    Optional<Path> named = Optional.empty();
    for (OutputAddress output : outputs) {
      if (named.isEmpty() && output instanceof OutputAddress.OfFile file) {
        named = Optional.of(file.path());
        others.remove(output);
      }
    }
    boolean isKept = named.isPresent();
    Path path = isKept ? named.get() : spool();
    ChunkLayout layout = ChunkLayout.of(header.id(), header.header());
    return switch (ChunkFile.open(path, layout, node.loop(), this::onFile)) {
      case ChunkFile.Opening.Ready ready -> new Storing.Opened(file(ready, isKept, others));
      case ChunkFile.Opening.AlreadyThere _ -> new Storing.Not(new Opening.Whole());
      case ChunkFile.Opening.Refused refused ->
          new Storing.Not(new Opening.Refused(refused.problem()));
    };
  }

  private Path spool() throws IOException {
    return Files.createDirectories(node.folder().resolve("spool"))
        .resolve(header.id().bytes().toHex());
  }

  private Store file(ChunkFile.Opening.Ready ready, boolean isKept, List<OutputAddress> others) {
    BitSet there = ready.chunks();
    // One comes again: thereby it is known where the stream ends, if all are there already.
    long below = Math.max(0, there.nextClearBit(0) - 1);
    BitSet above = (BitSet) there.clone();
    above.clear(0, (int) below + 1);
    if (above.cardinality() > 0) {
      above.clear(above.length() - 1);
    }
    ReceivedFile payloads = new ReceivedFile(ready.file(), isKept);
    FileChunks chunks = new FileChunks(node.signatures(), payloads, below, ready.seals());
    chunks.begin(
        header,
        () ->
            state.notice("Some of what had come cannot be read again: others do not get it here"));
    return new Store(
        chunks, isKept ? Optional.of(ready.file()) : Optional.empty(), below, above, others);
  }

  private Opening withOutputs(Store store) {
    others = List.copyOf(store.others());
    StreamMode mode = header.header().mode();
    StandardStreams standard = node.standard().orElse(StandardStreams.NONE);
    Outputs opener = new Outputs(node.loop(), standard.out());
    SeveralOutputs several = new SeveralOutputs(store.others().size(), mode, this::onOutput);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < store.others().size(); i++) {
      switch (opener.open(store.others().get(i), mode, several.listenerFor(i))) {
        case Outputs.Opening.Ready ready -> {
          several.put(i, ready.output());
          places.add(ready.address().toString());
        }
        case Outputs.Opening.Refused refused -> {
          node.loop().execute(several::close);
          closeStore(store);
          return new Opening.Refused(refused.problem());
        }
      }
    }
    return ready(store, several, places);
  }

  private Opening ready(Store store, SeveralOutputs several, List<String> others) {
    List<String> places = new ArrayList<>(others);
    outputs.stream()
        .filter(output -> !store.others().contains(output))
        .forEach(output -> places.add(0, output.toString()));
    Optional<Target.Ordered> ordered =
        store.others().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Target.Ordered(
                    several, new Playout(several, Payload.of(store.chunks()), isLive())));
    Target opened =
        new Target(
            state,
            store.chunks(),
            store.file().map(Target.KeptFile::new),
            ordered,
            places,
            header.header(),
            (store.below() + store.above().cardinality()) * header.header().chunkBytes());
    target.set(opened);
    return new Opening.Ready(opened, store.below(), store.above());
  }

  private void closeStore(Store store) {
    if (store.chunks() instanceof FileChunks chunks) {
      node.loop().execute(chunks::close);
    }
  }

  private void onFile(OutputEvent event) {
    if (event instanceof OutputEvent.Failed failed) {
      state.fail(failed.problem());
    }
  }

  private void onOutput(SeveralOutputs.Told told) {
    Target opened = target.get();
    switch (told.event()) {
      case OutputEvent.Slow _ -> {
        if (isLive()) {
          state.notice(
              others.get(told.output())
                  + " is too slow for the stream: something is left out there");
        }
      }
      case OutputEvent.Player player -> state.notice(text(player));
      case OutputEvent.Failed failed -> {
        if (told.output() == SeveralOutputs.Told.ALL) {
          state.fail(failed.problem());
        } else {
          state.notice(failed.problem().message());
        }
      }
      case OutputEvent.Room _ when opened != null && isOfAll(told) -> opened.hasRoom();
      case OutputEvent.Last _ when opened != null && isOfAll(told) -> opened.orderedDone();
      case OutputEvent.Room _, OutputEvent.Last _ -> {}
    }
  }

  private static boolean isOfAll(SeveralOutputs.Told told) {
    return told.output() == SeveralOutputs.Told.ALL;
  }

  private static String text(OutputEvent.Player player) {
    return switch (player.change()) {
      case CAME -> "player " + player.from() + " came";
      case WENT -> "player " + player.from() + " went";
      case TOO_SLOW -> "player " + player.from() + " was too slow, and was let go";
    };
  }
}
