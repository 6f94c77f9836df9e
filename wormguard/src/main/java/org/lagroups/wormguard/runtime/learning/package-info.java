/**
 * Feeds a detector from captures and interfaces, and writes down what it finds.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.learning.Learning}, which one thread runs and
 * any other may stop. {@link org.lagroups.wormguard.runtime.learning.SignatureFiles} writes each
 * signature as soon as it is found, so that whatever ends the process costs none. {@link
 * org.lagroups.wormguard.runtime.learning.NodeFeed} offers them to a node, and gives it ordinary
 * traffic to test them by.
 */
@NullMarked
package org.lagroups.wormguard.runtime.learning;

import org.jspecify.annotations.NullMarked;
