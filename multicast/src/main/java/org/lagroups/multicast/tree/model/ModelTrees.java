package org.lagroups.multicast.tree.model;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.port.Epochs;
import org.lagroups.multicast.tree.port.RelayQuality;
import org.lagroups.multicast.tree.port.TreeListener;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;

/** Makes the nodes of one stream's tree, all on the same stand-ins. */
public final class ModelTrees {

  private static final Identity PUBLISHER = Identity.generate(new Random(1));
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  private static final int ED25519_BYTES = 32;
  private static final int BLS_BYTES = 48;

  private final TreeSettings settings;
  private final Ledger ledger;
  private final Map<NodeId, Long> uplinks = ModelRelays.uplinks();
  private final Epochs epochs =
      new Epochs(
          STREAM, PUBLISHER.publicIdentity(), new RememberingVerifier(SignatureVerifier.DIRECT));

  /**
   * A node that is to be in the tree.
   *
   * @param listener is told of its parents and children
   */
  public record Member(
      PublicIdentity identity, NodeAddress address, RelayQuality relays, TreeListener listener) {}

  /** None yet; with the clock of the simulation. */
  public ModelTrees(TreeSettings settings, LongSupplier wallMillis) {
    this.settings = settings;
    this.ledger = new Ledger(wallMillis);
  }

  /** An identity that nobody has the keys of. */
  public static PublicIdentity identity(RandomGenerator random) {
    byte[] keys = new byte[ED25519_BYTES + BLS_BYTES];
    random.nextBytes(keys);
    return new PublicIdentity(
        Bytes.copyOf(keys, 0, ED25519_BYTES), Bytes.copyOf(keys, ED25519_BYTES, BLS_BYTES));
  }

  /** Who attests to whom. */
  public Ledger ledger() {
    return ledger;
  }

  /** What each node can send, in bits per second; to be filled by who makes the nodes. */
  public Map<NodeId, Long> uplinks() {
    return uplinks;
  }

  /** The source. */
  public TreeMachine source(Environment<TreeTimer> environment, Member member) {
    return machine(environment, member, ports -> Tree.ofSource(STREAM, settings, ports, PUBLISHER));
  }

  /**
   * A receiver.
   *
   * @param known nodes of the tree
   */
  public TreeMachine receiver(
      Environment<TreeTimer> environment, Member member, List<Contact> known) {
    return machine(environment, member, ports -> new Tree(STREAM, settings, ports, known));
  }

  private TreeMachine machine(
      Environment<TreeTimer> environment, Member member, Function<TreePorts, Tree> tree) {
    return new TreeMachine(
        STREAM,
        environment,
        member.address(),
        host ->
            tree.apply(
                new TreePorts(
                    host,
                    ledger.of(member.identity()),
                    ledger.judge(),
                    epochs,
                    member.relays(),
                    member.listener())));
  }
}
