package org.lagroups.node.embed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.invitation.InvitationLink;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.OpenNode;
import org.lagroups.node.runtime.core.Node;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.config.NodeConfig;

/**
 * A node inside a program of one's own.
 *
 * <p>It tests the members of its groups, and attests to those that pass, by itself. What it answers
 * is its view at that moment. What it is told is on disk when the call returns, and outlasts a
 * crash. {@link org.lagroups.node.runtime.NodeStoppedException} is thrown once it is closed.
 */
public final class EmbeddedNode implements AutoCloseable {

  /** How often it is looked for new signatures while a proof is waited for. */
  private static final long SEEK_MILLIS = 100;

  private final OpenNode open;
  private final Node node;
  private final SecureRandom random = new SecureRandom();

  private EmbeddedNode(OpenNode open) {
    this.open = open;
    this.node = open.node();
  }

  /**
   * Starts a node over QUIC, without modules.
   *
   * @param home its own folder, for keys and state; what is missing there is made. With the same
   *     folder it is the same node again
   * @param config such as {@link NodeConfig#DEFAULT} with what is to be different
   * @throws org.lagroups.node.state.StateException if it cannot be started, with what to do
   */
  public static EmbeddedNode start(Path home, NodeConfig config) {
    NodeOptions options = NodeOptions.standard().withModules(List.of()).withConfig(_ -> config);
    return start(home, options, new SimpleMeterRegistry());
  }

  /**
   * Starts a node.
   *
   * @param options with tests and modules of one's own, for instance
   * @param meters where it counts
   * @throws org.lagroups.node.state.StateException if it cannot be started, with what to do
   */
  public static EmbeddedNode start(Path home, NodeOptions options, MeterRegistry meters) {
    return new EmbeddedNode(
        OpenNode.start(
            HomeFolder.at(home), () -> NodeConfig.DEFAULT, options, (type, payload) -> {}, meters));
  }

  /** Its ID, which is that of its keys. */
  public NodeId id() {
    return node.self();
  }

  /** The node itself: its event loop, its tests, its sessions. */
  public Node node() {
    return node;
  }

  /** Makes a group with this node as its only member. */
  public GroupId create(GroupSettings settings) {
    return change(() -> node.membership().create(settings));
  }

  /**
   * Makes an invitation for one guest, who has to reach this node while it runs.
   *
   * @param valid for how long it may be used
   * @return a link, to be sent by a way that nobody else reads
   */
  public String invite(GroupId group, Duration valid) {
    long now = System.currentTimeMillis();
    GroupSettings settings = ask(groups -> groups.settings(group));
    InvitationLink link =
        InvitationLink.issue(
            group,
            settings,
            new Contact(node.self(), node.addresses()),
            now + valid.toMillis(),
            random);
    node.loop()
        .call(() -> node.invitations().add(link.token(), group, link.expiresMillis(), now))
        .join();
    return link.text();
  }

  /**
   * Joins a group by an invitation; waits until a member attests to this node.
   *
   * @throws IllegalArgumentException if that is no link, or this node belongs to the group already
   * @throws JoinFailedException if nobody has attested to it in time; then it is no member
   */
  public GroupId join(String invitation, Duration timeout) throws JoinFailedException {
    InvitationLink link = InvitationLink.parse(invitation);
    CompletableFuture<JoinResult> result =
        node.loop().call(() -> node.membership().join(link.request(timeout.toMillis())));
    switch (result.join()) {
      case JoinResult.Joined joined -> {
        node.loop().call(node::durable).join();
        return joined.group();
      }
      case JoinResult.NobodyAttested failed ->
          throw new JoinFailedException(
              failed.anyoneReached()
                  ? "the inviter was reached, but has not vouched for this node: the invitation was "
                      + "used before, or the group is full"
                  : "the inviter was not reached at " + link.inviter().addresses());
    }
  }

  /** Leaves a group for good: tells its members, and forgets it. */
  public void leave(GroupId group) {
    change(() -> {
      node.membership().leave(group);
      return true;
    });
  }

  /** Answers a question about groups, on the node's thread. */
  public <T> T ask(Function<LaGroups, T> question) {
    return node.loop().call(() -> question.apply(node.groups()));
  }

  /** Changes something about groups, on the node's thread; it is on disk when this returns. */
  public void tell(Consumer<LaGroups> change) {
    change(() -> {
      change.accept(node.groups());
      return true;
    });
  }

  /**
   * Calls {@code listener}, on the node's thread, with all that changes in a group from now on.
   *
   * @return ends it; for any thread
   */
  public Subscription onChange(GroupId group, Consumer<GroupEvent> listener) {
    Subscription subscription = ask(groups -> groups.attestsChange(group, listener));
    return () -> node.loop().run(subscription::close);
  }

  /**
   * A proof for strangers that this node is a member; ends within T_a. Waits until so many have
   * signed: those who attest to this node do so by themselves, soon after.
   *
   * @throws TimeoutException if they have not in time
   */
  public Transcript transcript(GroupId group, int signers, Duration timeout)
      throws TimeoutException {
    CompletableFuture<Transcript> found = new CompletableFuture<>();
    node.loop().run(() -> seek(group, signers, found));
    try {
      return found.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new TimeoutException(
          "no %d members have signed for this node within %s".formatted(signers, timeout));
    }
  }

  /** Ends the node; it stays a member of its groups, and goes on when it is started again. */
  @Override
  public void close() {
    open.close();
  }

  private void seek(GroupId group, int signers, CompletableFuture<Transcript> found) {
    try {
      node.groups()
          .transcript(
              group,
              signers,
              proof -> {
                Optional<Transcript> enough = proof.filter(one -> one.signers().size() >= signers);
                enough.ifPresent(found::complete);
                if (!found.isDone()) {
                  node.loop().schedule(SEEK_MILLIS, () -> seek(group, signers, found));
                }
              });
    } catch (RuntimeException e) {
      found.completeExceptionally(e);
    }
  }

  private <T> T change(Supplier<T> change) {
    record Changed<T>(T result, CompletableFuture<Void> durable) {}
    Changed<T> changed = node.loop().call(() -> new Changed<>(change.get(), node.durable()));
    changed.durable.join();
    return changed.result;
  }
}
