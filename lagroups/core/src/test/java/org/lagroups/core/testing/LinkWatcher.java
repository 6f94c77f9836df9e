package org.lagroups.core.testing;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Tells someone when links go up and down. */
final class LinkWatcher implements Machine<NoTimer> {

  static final ProtocolId PROTOCOL = new ProtocolId(250);

  private final Environment<NoTimer> environment;
  private final Listener listener;

  /** Who wants to know. */
  interface Listener {

    void linkUp(NodeId peer);

    void linkDown(NodeId peer);
  }

  LinkWatcher(Environment<NoTimer> environment, Listener listener) {
    this.environment = environment;
    this.listener = listener;
  }

  boolean isLinked(NodeId peer) {
    return environment.isLinked(peer);
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {}

  @Override
  public void onTimer(NoTimer timer) {}

  @Override
  public void onLinkUp(NodeId peer) {
    listener.linkUp(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    listener.linkDown(peer);
  }
}
