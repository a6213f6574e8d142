/** Thousands of calls against a server at which nearly everything goes wrong. */
package com.example.soak;
