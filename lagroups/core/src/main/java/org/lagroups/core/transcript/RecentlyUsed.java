package org.lagroups.core.transcript;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry that was not used for longest when it is full. */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int maxEntries;

  RecentlyUsed(int maxEntries) {
    super(16, 0.75f, true);
    this.maxEntries = maxEntries;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > maxEntries;
  }
}
