package org.lagroups.multicast.relay;

/**
 * Counters since the start, and rates of the last second, of one stream in one group. Names are
 * those of SRT's statistics where they mean the same; a packet is a chunk.
 *
 * @param pktSent chunks sent, repairs included
 * @param byteSent bytes of the messages they were in
 * @param pktRetrans chunks sent again, or because somebody asked
 * @param pktSndDrop chunks not sent: no link, too much waiting, or too late
 * @param pktRecv different chunks that came and were sound
 * @param byteRecv bytes of their payloads
 * @param pktRcvLoss chunks that were missing when they should have been there
 * @param pktRcvDrop chunks given up, since they were too late
 * @param pktRcvBelated chunks that came when they were there already or given up
 * @param pktRcvRefused chunks that failed the check
 * @param mbpsSendRate what arrives at others, in Mbit/s
 * @param mbpsRecvRate what arrives here, in Mbit/s
 * @param mbpsBandwidth what the uplink can carry, in Mbit/s; 0 unless it was full just now
 * @param msRTT from a chunk's sending to its acknowledgement, waiting included
 */
public record RelayStatistics(
    long pktSent,
    long byteSent,
    long pktRetrans,
    long pktSndDrop,
    long pktRecv,
    long byteRecv,
    long pktRcvLoss,
    long pktRcvDrop,
    long pktRcvBelated,
    long pktRcvRefused,
    double mbpsSendRate,
    double mbpsRecvRate,
    double mbpsBandwidth,
    double msRTT) {}
