/**
 * Finds out who scans: sources whose connections mostly come to nothing.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.scan.ScanDetector}. Time is that of the
 * packets; memory is taken at the start. One thread.
 */
@NullMarked
package org.lagroups.wormguard.learn.scan;

import org.jspecify.annotations.NullMarked;
