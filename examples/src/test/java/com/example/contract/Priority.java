package com.example.contract;

public enum Priority {
  LOW,
  NORMAL,
  URGENT
}
