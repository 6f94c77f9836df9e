package org.lagroups.node.runtime.monitor;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.TransportListener;

/** Makes a node slow: it gets to see each message some time after it has come. */
record DelayedArrivals(TransportListener listener, EventLoop loop, AtomicLong millis)
    implements TransportListener {

  @Override
  public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {
    listener.onSessionUp(peer, address, dialled);
  }

  @Override
  public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
    var _ =
        loop.schedule(
            () -> listener.onMessage(from, protocol, message), millis.get(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onSessionInDoubt(NodeId peer) {
    listener.onSessionInDoubt(peer);
  }

  @Override
  public void onSessionDown(NodeId peer, String reason) {
    listener.onSessionDown(peer, reason);
  }
}
