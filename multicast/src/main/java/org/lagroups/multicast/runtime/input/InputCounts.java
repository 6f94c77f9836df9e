package org.lagroups.multicast.runtime.input;

/**
 * What has come of an input so far.
 *
 * @param bytes handed over, or waiting to be
 * @param droppedPieces datagrams that came while too many waited
 * @param droppedBytes their bytes
 * @param foreignDatagrams that were not MPEG-TS, and were left out
 */
public record InputCounts(
    long bytes, long droppedPieces, long droppedBytes, long foreignDatagrams) {}
