package org.lagroups.multicast.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.model.ModelRelays;
import org.lagroups.multicast.tree.port.Epochs;
import org.lagroups.multicast.tree.port.TranscriptJudge;
import org.lagroups.multicast.tree.port.TreeGroups;
import org.lagroups.multicast.tree.port.TreeHost;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Option;

/** One tree alone, with a clock, peers and proofs in the hand of the test. */
final class Bench implements TreeHost, TreeGroups {

  static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  static final Identity PUBLISHER = Identity.generate(new Random(1));
  static final long VALIDITY_MILLIS = 60_000;
  static final long WALL_MILLIS = 1_800_000_000_000L;

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final List<Identity> PEERS =
      IntStream.range(10, 40).mapToObj(i -> Identity.generate(new Random(i))).toList();

  final Tree tree;
  final Epochs epochs;
  final ModelRelays relays;
  final Set<NodeId> linked = new LinkedHashSet<>();
  private final List<Sent> sent = new ArrayList<>();
  private final RandomGenerator random = new Random(5);
  private long now = 1_000_000;

  /** A message that the tree has sent. */
  record Sent(NodeId to, TreeMessage message) {}

  private Bench(TreeSettings settings, boolean isSource, List<Contact> known) {
    this.epochs = new Epochs(STREAM, PUBLISHER.publicIdentity(), SignatureVerifier.DIRECT);
    this.relays = new ModelRelays(self(), ModelRelays.uplinks());
    TreePorts ports =
        new TreePorts(
            this,
            this,
            TranscriptJudge.verifying(new TranscriptVerifier(new KeyRing(BLS)), VALIDITY_MILLIS),
            epochs,
            relays,
            new Forest.Diary());
    this.tree =
        isSource
            ? Tree.ofSource(STREAM, settings, ports, PUBLISHER)
            : new Tree(STREAM, settings, ports, known);
    known.forEach(contact -> linked.add(contact.node()));
    tree.start();
  }

  static Bench source(TreeSettings settings) {
    return new Bench(settings, true, List.of());
  }

  /** That knows and is linked to these peers. */
  static Bench receiver(TreeSettings settings, int... known) {
    return new Bench(settings, false, IntStream.of(known).mapToObj(Bench::contact).toList());
  }

  static NodeId peer(int number) {
    return PEERS.get(number).nodeId();
  }

  static Contact contact(int number) {
    return new Contact(peer(number), List.of(new NodeAddress("10.0.0." + number, 1)));
  }

  /** That these endorse a peer as a member. */
  static Transcript transcript(GroupId group, int about, long expiryMillis, int... by) {
    Endorsement endorsement = new Endorsement(group, peer(about), expiryMillis);
    List<Signer> signers = new ArrayList<>();
    List<BlsSignature> signatures = new ArrayList<>();
    for (int number : by) {
      Identity signer = PEERS.get(number);
      signers.add(
          new Signer(signer.publicIdentity(), BLS.provePossession(signer.blsSecret()).encoded()));
      signatures.add(BLS.sign(signer.blsSecret(), endorsement.message()));
    }
    return new Transcript(
        endorsement, signers, signatures.stream().reduce(BLS::add).orElseThrow().encoded());
  }

  void from(int peer, TreeMessage message) {
    tree.onMessage(peer(peer), message);
  }

  /** Lets time pass in small steps. */
  void pass(long millis) {
    for (long end = now + millis; now < end; now += 100) {
      tree.onTimer();
    }
  }

  /** As {@link #pass}, with children that beat. */
  void passWith(long millis, int... children) {
    for (long end = now + millis; now < end; now += 100) {
      for (int child : children) {
        from(child, new TreeMessage.Presence(STREAM, Option.NOWHERE, 1_000_000));
      }
      tree.onTimer();
    }
  }

  /** What was sent to a peer since the last call. */
  List<TreeMessage> taken(int peer) {
    List<TreeMessage> messages =
        sent.stream().filter(one -> one.to.equals(peer(peer))).map(Sent::message).toList();
    sent.removeIf(one -> one.to.equals(peer(peer)));
    return messages;
  }

  /** The last message of a kind that was sent to a peer; the others are forgotten. */
  <M extends TreeMessage> Optional<M> last(int peer, Class<M> kind) {
    return taken(peer).stream().filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b);
  }

  /** Makes a child of a peer. */
  void adopt(int peer) {
    linked.add(peer(peer));
    from(peer, seek(1, TreeMessage.Purpose.NEWCOMER));
    TreeMessage.Place place = last(peer, TreeMessage.Place.class).orElseThrow();
    from(peer, new TreeMessage.Take(STREAM, place.token(), 0));
  }

  static TreeMessage.Seek seek(int number, TreeMessage.Purpose purpose) {
    return new TreeMessage.Seek(STREAM, number, purpose, Optional.empty(), List.of(), 1_000_000);
  }

  @Override
  public NodeId self() {
    return PEERS.getFirst().nodeId();
  }

  @Override
  public List<NodeAddress> addresses() {
    return List.of();
  }

  @Override
  public long nowMillis() {
    return now;
  }

  @Override
  public long wallMillis() {
    return WALL_MILLIS + now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public boolean send(NodeId to, TreeMessage message) {
    sent.add(new Sent(to, message));
    return true;
  }

  @Override
  public void keepLink(Contact peer) {
    linked.add(peer.node());
  }

  @Override
  public void releaseLink(NodeId peer) {
    linked.remove(peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return linked.contains(peer);
  }

  @Override
  public void wakeIn(long millis) {}

  @Override
  public Optional<GroupId> lead() {
    return Optional.of(new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH))));
  }

  @Override
  public void join(GroupId group, Contact parent, Bytes token) {}

  @Override
  public void leave(GroupId group) {}

  @Override
  public void attest(GroupId group, NodeId node, LinkInfo info) {}

  @Override
  public void stopAttest(GroupId group, NodeId node, Reason reason) {}

  @Override
  public void transcript(GroupId group, int least, Consumer<Optional<Transcript>> done) {
    done.accept(Optional.empty());
  }
}
