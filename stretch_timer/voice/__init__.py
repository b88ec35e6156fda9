"""Words to WAV in a process of its own, WAV to sound at the due time."""
