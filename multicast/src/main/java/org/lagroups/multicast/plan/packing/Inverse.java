package org.lagroups.multicast.plan.packing;

import java.util.Arrays;

/**
 * The inverse of a square matrix that grows, shrinks and changes by one row or column at a time;
 * each such change takes time quadratic in its size.
 */
final class Inverse {

  private double[][] entries = new double[0][0];
  private int size;

  int size() {
    return size;
  }

  double at(int row, int column) {
    return entries[row][column];
  }

  /** The inverse times a column. */
  void timesColumn(double[] column, double[] result) {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      double[] row = entries[i];
      for (int j = 0; j < size; j++) {
        sum += row[j] * column[j];
      }
      result[i] = sum;
    }
  }

  /** A row times the inverse. */
  void rowTimes(double[] row, double[] result) {
    Arrays.fill(result, 0, size, 0);
    for (int i = 0; i < size; i++) {
      double factor = row[i];
      if (factor != 0) {
        double[] entry = entries[i];
        for (int j = 0; j < size; j++) {
          result[j] += factor * entry[j];
        }
      }
    }
  }

  /**
   * Column {@code j} of the matrix is replaced.
   *
   * @param image the inverse times the new column
   */
  void replaceColumn(int j, double[] image) {
    double[] pivot = entries[j];
    double factor = 1 / image[j];
    for (int c = 0; c < size; c++) {
      pivot[c] *= factor;
    }
    for (int i = 0; i < size; i++) {
      if (i != j && image[i] != 0) {
        subtract(entries[i], image[i], pivot);
      }
    }
  }

  /**
   * Row {@code i} of the matrix is replaced.
   *
   * @param image the new row times the inverse
   */
  void replaceRow(int i, double[] image) {
    double pivot = image[i];
    for (int r = 0; r < size; r++) {
      double[] entry = entries[r];
      double factor = entry[i] / pivot;
      subtract(entry, factor, image);
      entry[i] = factor;
    }
  }

  /**
   * A row and a column are added at the end.
   *
   * @param columnImage the inverse times the new column
   * @param rowImage the new row times the inverse
   * @param corner what remains of the corner: its entry less row times inverse times column
   */
  void grow(double[] columnImage, double[] rowImage, double corner) {
    if (entries.length == size) {
      int room = Math.max(16, 2 * size);
      double[][] larger = new double[room][];
      for (int i = 0; i < room; i++) {
        larger[i] = i < size ? Arrays.copyOf(entries[i], room) : new double[room];
      }
      entries = larger;
    }
    for (int i = 0; i < size; i++) {
      double factor = -columnImage[i] / corner;
      subtract(entries[i], factor, rowImage);
      entries[i][size] = factor;
    }
    for (int j = 0; j < size; j++) {
      entries[size][j] = -rowImage[j] / corner;
    }
    entries[size][size] = 1 / corner;
    size++;
  }

  /** A row and a column of the matrix go; the last ones take their places. */
  void shrink(int row, int column) {
    int last = size - 1;
    double[] gone = entries[column];
    double pivot = gone[row];
    for (int r = 0; r < size; r++) {
      if (r != column) {
        double factor = entries[r][row] / pivot;
        if (factor != 0) {
          subtract(entries[r], factor, gone);
        }
      }
    }
    entries[column] = entries[last];
    entries[last] = gone;
    for (int r = 0; r < last; r++) {
      entries[r][row] = entries[r][last];
    }
    size = last;
  }

  private void subtract(double[] target, double factor, double[] other) {
    for (int c = 0; c < size; c++) {
      target[c] -= factor * other[c];
    }
  }

  /** The inverse of another matrix; false, and nothing changes, if it has none. */
  boolean set(double[][] matrix) {
    int n = matrix.length;
    double[][] left = new double[n][];
    double[][] right = new double[n][n];
    for (int i = 0; i < n; i++) {
      left[i] = matrix[i].clone();
      right[i][i] = 1;
    }
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        if (Math.abs(left[r][c]) > Math.abs(left[best][c])) {
          best = r;
        }
      }
      if (Math.abs(left[best][c]) < 1e-11) {
        return false;
      }
      swap(left, c, best);
      swap(right, c, best);
      eliminate(left, right, c);
    }
    entries = right;
    size = n;
    return true;
  }

  private static void eliminate(double[][] left, double[][] right, int c) {
    int n = left.length;
    double pivot = left[c][c];
    for (int j = 0; j < n; j++) {
      left[c][j] /= pivot;
      right[c][j] /= pivot;
    }
    for (int r = 0; r < n; r++) {
      double factor = left[r][c];
      if (r != c && factor != 0) {
        for (int j = 0; j < n; j++) {
          left[r][j] -= factor * left[c][j];
          right[r][j] -= factor * right[c][j];
        }
      }
    }
  }

  private static void swap(double[][] rows, int a, int b) {
    double[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }
}
