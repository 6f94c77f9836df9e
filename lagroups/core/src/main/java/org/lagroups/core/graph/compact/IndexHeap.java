package org.lagroups.core.graph.compact;

import java.util.Arrays;

/**
 * A binary min-heap of numbered items with keys, without boxing. Among equal keys the lower item
 * comes first. An item may be in it several times.
 */
public final class IndexHeap {

  private double[] keys = new double[64];
  private int[] items = new int[64];
  private int size;

  public void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void add(double key, int item) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(key, item, (at - 1) / 2)) {
      int parent = (at - 1) / 2;
      keys[at] = keys[parent];
      items[at] = items[parent];
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** The lowest key; the heap has to have one. */
  public double firstKey() {
    return keys[0];
  }

  /** Takes out the item with the lowest key; the heap has to have one. */
  public int removeFirst() {
    int first = items[0];
    size--;
    double key = keys[size];
    int item = items[size];
    int at = 0;
    for (int child = lesserChild(0); child < size; child = lesserChild(at)) {
      if (isBefore(key, item, child)) {
        break;
      }
      keys[at] = keys[child];
      items[at] = items[child];
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }

  private int lesserChild(int parent) {
    int left = 2 * parent + 1;
    int right = left + 1;
    return right < size && isBefore(keys[right], items[right], left) ? right : left;
  }

  private boolean isBefore(double key, int item, int position) {
    return key < keys[position] || (key == keys[position] && item < items[position]);
  }
}
