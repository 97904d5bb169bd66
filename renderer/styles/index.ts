import './scripts.css';
import './base.css';
import './frame.css';
import './figures.css';
import './forms.css';
import './technology.css';
import './reviews.css';
