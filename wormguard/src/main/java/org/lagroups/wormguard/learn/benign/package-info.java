/**
 * Remembers what a site's benign traffic is made of, so that nothing is signed that is in it.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.benign.BenignFilter}. It never forgets, and
 * takes nothing more when it is full. One thread.
 */
@NullMarked
package org.lagroups.wormguard.learn.benign;

import org.jspecify.annotations.NullMarked;
