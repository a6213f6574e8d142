package com.example.contract;

public record Ticket(String subject, String body) {}
