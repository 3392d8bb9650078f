"""Pictures of pages: from the bytes of a scan or a photo to a clean, upright, straight page and its rulings.

Nothing here is imported for a digital file: OpenCV and NumPy stand inside the functions of the modules that need them.
"""
