package org.lagroups.multicast.runtime.session;

import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.runtime.store.ChunkWindow;
import org.lagroups.multicast.runtime.store.FileChunks;

/** Where a playout finds payloads. */
final class Payload {

  private Payload() {}

  static Playout.Source of(ChunkStore store) {
    return switch (store) {
      case ChunkWindow window ->
          (sequence, then) ->
              then.accept(window.find(sequence).map(sealed -> sealed.chunk().payload()));
      case FileChunks file -> file::read;
      default -> throw new IllegalArgumentException("no store of this package: " + store);
    };
  }
}
