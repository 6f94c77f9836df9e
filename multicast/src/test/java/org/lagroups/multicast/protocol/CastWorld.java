package org.lagroups.multicast.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** A source and others, simulated. */
final class CastWorld {

  static final int CHUNK_BYTES = 8 * 1024;

  static final long UPLINK_BYTES_PER_SECOND = 1_250_000;

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);

  private final Simulation sim;
  private final SignatureVerifier signatures = new RememberingVerifier(SignatureVerifier.DIRECT);
  private final SimNode<CastNode> source;
  private final List<SimNode<CastNode>> others = new ArrayList<>();

  CastWorld(long seed, int count) {
    sim = new Simulation(seed);
    source = add("source");
    for (int i = 0; i < count; i++) {
      others.add(add("r" + i));
    }
  }

  Simulation sim() {
    return sim;
  }

  SimNode<CastNode> source() {
    return source;
  }

  List<SimNode<CastNode>> others() {
    return others;
  }

  SimNode<CastNode> other(int index) {
    return others.get(index);
  }

  /** Begins to publish a file of this content. */
  SentStream sendFile(Bytes content, Audience audience, int mostChildren) {
    SendRequest request =
        new SendRequest(
            "a file",
            StreamMode.FILE,
            CHUNK_BYTES,
            OptionalLong.of(content.length()),
            audience,
            GroupSettings.DEFAULT,
            mostChildren,
            1_000);
    Feeder feeder = new Feeder(content);
    SentStream stream = source.app().machine().send(request, new KeptChunks(), feeder);
    feeder.begin(stream);
    return stream;
  }

  /** Begins to publish a live stream. */
  SentStream sendLive() {
    return sendLive(8);
  }

  SentStream sendLive(int mostChildren) {
    return source
        .app()
        .machine()
        .send(
            new SendRequest(
                "live",
                StreamMode.LIVE,
                CHUNK_BYTES,
                OptionalLong.empty(),
                new Audience.Everybody(),
                GroupSettings.DEFAULT,
                mostChildren,
                1_000),
            new KeptChunks(),
            () -> {});
  }

  StreamLink link(SentStream stream) {
    return new StreamLink(
        stream.header().id(),
        new Contact(source.id(), List.of(source.address())),
        Optional.empty());
  }

  Viewer view(int index, StreamLink link) {
    return new Viewer(other(index).app().machine(), link);
  }

  static Bytes content(int bytes) {
    byte[] content = new byte[bytes];
    new SplittableRandom(bytes).nextBytes(content);
    return Bytes.wrapOwned(content);
  }

  void runFor(Duration duration) {
    sim.runFor(duration);
  }

  private SimNode<CastNode> add(String name) {
    Identity identity = Identity.generate(sim.random("identity " + name));
    SimNode<CastNode> node =
        sim.addNode(name, identity.nodeId(), host -> new CastNode(host, identity, signatures, BLS));
    sim.network().uplink(node, UPLINK_BYTES_PER_SECOND);
    return node;
  }

  /** Gives a file's chunks as they are taken. */
  private static final class Feeder implements SentListener {

    private final Bytes content;
    private @Nullable SentStream stream;
    private int given;

    Feeder(Bytes content) {
      this.content = content;
    }

    void begin(SentStream of) {
      stream = of;
      hasRoom();
    }

    @Override
    public void hasRoom() {
      while (stream != null && given < content.length() && stream.hasRoom()) {
        List<Bytes> batch = new ArrayList<>();
        while (batch.size() < BatchSigner.FILE_BATCH && given < content.length()) {
          int end = Math.min(content.length(), given + CHUNK_BYTES);
          batch.add(content.slice(given, end));
          given = end;
        }
        stream.offer(batch, given == content.length());
      }
    }
  }
}
